import { uids } from '../../../../shared/uids';

/**
 * What the admin's fields are called in Arabic, by content type or component, as `shared/field-labels.ts` has them in French and
 * English; `common` is for fields that mean the same wherever they stand.
 */
export const arabicLabels: {
  common: Record<string, string>;
  own: Record<string, Record<string, string>>;
} = {
  common: {
    title: 'العنوان',
    language: 'اللغة',
    heading: 'عنوان الباب',
    url: 'عنوان الرابط',
    name: 'الاسم',
    place: 'المكان',
    startDate: 'تاريخ البداية',
    endDate: 'تاريخ النهاية',
    body: 'النص',
    text: 'النص',
    description: 'الوصف',
    label: 'التسمية',
    note: 'ملحوظة',
  },
  own: {
    [uids.article]: {
      kind: 'النوع',
      standfirst: 'المقدمة',
      images: 'الصور',
      editionNumber: 'رقم الدورة',
      governingBody: 'الهيئة',
      meetingDate: 'تاريخ الاجتماع',
      chair: 'الرئاسة',
      present: 'الحضور',
      decisions: 'القرارات',
      author: 'الكاتب',
      sourceName: 'المصدر',
      sourceUrl: 'عنوان المصدر',
      callToActionLabel: 'نص الزر',
      callToActionUrl: 'عنوان الزر',
    },
    [uids.issue]: {
      number: 'رقم العدد',
      subject: 'الموضوع',
      preheader: 'نص المعاينة',
      periodLabel: 'الفترة',
      periodFrom: 'بداية الفترة',
      periodTo: 'نهاية الفترة',
      publicationDate: 'تاريخ النشر',
      greeting: 'التحية بالاسم الشخصي',
      cover: 'صورة الغلاف',
      sections: 'الأبواب',
    },
    [uids.dashboard]: { asOf: 'الوضعية في', figures: 'الأرقام' },
    [uids.brand]: {
      newsletterTitle: 'اسم النشرة',
      url: 'الموقع',
      logo: 'الشعار',
      primaryColour: 'اللون الأساسي',
      accentColour: 'اللون المميز',
      defaultLanguage: 'اللغة الافتراضية',
      images: 'الصور في الرسائل',
      fourEyes: 'الرقابة المزدوجة',
      senderName: 'اسم المرسل',
      senderAddress: 'عنوان المرسل',
      replyTo: 'عنوان الرد',
      listId: 'معرّف القائمة',
      bounceAddress: 'عنوان الرسائل المرتدة',
      unsubscribeAddress: 'عنوان إلغاء الاشتراك',
      testDomains: 'نطاقات الإرسال التجريبي',
      wordings: 'النصوص حسب اللغة',
    },
    [uids.list]: { subscribers: 'المشتركون' },
    [uids.subscriber]: {
      address: 'عنوان البريد الإلكتروني',
      firstName: 'الاسم الشخصي',
      lastName: 'الاسم العائلي',
      person: 'معرّف الشخص',
      confirmed: 'الاشتراك مؤكد',
      lists: 'القوائم',
    },
    [uids.segment]: { rule: 'القاعدة' },
    'newsletter-section.articles': { layout: 'طريقة العرض', articles: 'المقالات بالترتيب' },
    'newsletter-section.dashboard': { dashboard: 'لوحة المؤشرات' },
    'newsletter-section.agenda': { entries: 'المواعيد' },
    'newsletter-section.quote': { attribution: 'صاحب الاقتباس' },
    'newsletter-section.image': { picture: 'الصورة' },
    'newsletter-section.links': { links: 'الروابط' },
    'newsletter-brand.wording': {
      motto: 'الشعار اللفظي',
      postalAddress: 'العنوان البريدي',
      whyReceived: 'سبب هذه الرسالة',
      words: 'كلمات المؤسسة',
    },
  },
};

/** What an editor adds to an issue, by component. */
export const arabicSectionNames: Readonly<Record<string, string>> = {
  'newsletter-section.articles': 'مقالات',
  'newsletter-section.dashboard': 'لوحة مؤشرات',
  'newsletter-section.agenda': 'مواعيد',
  'newsletter-section.text': 'نص',
  'newsletter-section.quote': 'اقتباس',
  'newsletter-section.image': 'صورة',
  'newsletter-section.links': 'روابط',
};
